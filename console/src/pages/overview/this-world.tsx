import type { Settings, Time } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { momentText } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'

/** The clock, the features and the limits of the world, loaded again in each round. */
export function ThisWorld({ round }: { round: number }) {
  const { value, error } = useLoaded(
    async (signal) => {
      const [time, settings] = await Promise.all([
        control<Time>(world.value, '/time', { signal }),
        control<Settings>(world.value, '/settings', { signal }),
      ])
      return { time, settings }
    },
    [round],
  )
  return (
    <section class="card" aria-labelledby="this-world">
      <h2 id="this-world">The world {world.value}</h2>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {value === undefined && error === undefined && <p class="quiet">Loading…</p>}
      {value !== undefined && <Facts {...value} />}
    </section>
  )
}

function Facts({ time, settings }: { time: Time; settings: Settings }) {
  const { features, limits, rules, transitions } = settings
  const off = Object.entries(rules).filter(([, { off: isOff }]) => isOff === true)
  const own = Object.keys(rules).length
  const byAccount = Object.entries(features)
  return (
    <dl class="facts">
      <dt>Clock</dt>
      <dd>
        <a href={linkTo('time')}>{momentText(time.iso)} UTC</a>, {time.frozen ? 'frozen' : 'running'}
      </dd>
      <dt>Limits</dt>
      <dd>{typeof limits === 'string' ? limits : JSON.stringify(limits)}</dd>
      <dt>Features</dt>
      <dd>
        {byAccount.length === 0 && 'as each ad account has them'}
        {byAccount.map(([account, of]) => (
          <div key={account}>
            {account === '*' ? 'all ad accounts' : account}: {listed(of)}
          </div>
        ))}
      </dd>
      <dt>Rules</dt>
      <dd>
        <a href={linkTo('rules', { force: off.length === 0 ? undefined : 'no' })}>
          {own === 0 ? 'as the server has them' : `${own} of its own, ${off.length} switched off`}
        </a>
      </dd>
      <dt>Transitions</dt>
      <dd>
        {Object.keys(transitions).length === 0
          ? 'as the server has them'
          : Object.entries(transitions)
              .map(([kind, transition]) => `${kind}: ${JSON.stringify(transition)}`)
              .join(', ')}
      </dd>
    </dl>
  )
}

const listed = (features: Readonly<Record<string, boolean>>): string =>
  Object.entries(features)
    .map(([name, isOn]) => `${name} ${isOn ? 'on' : 'off'}`)
    .join(', ')
