import { rootOf } from '../../api/roots.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { type EnvironmentLine, tokenIn } from '../../state/token.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ClientTabs } from './client-tabs.tsx'

/** What test control says of the server, as far as it is shown. */
interface About {
  readonly version: string
  readonly operations: { readonly built: number; readonly documented: number }
  readonly environment: readonly EnvironmentLine[]
  readonly data: string
  readonly seed: string
  readonly auth: string
  readonly rules: number
  readonly worlds: readonly string[]
  readonly room: { readonly taken: number; readonly world_limit: number; readonly worlds_limit: number }
}

/** Where the server is, how clients are pointed here, and what it has. */
export default function OverviewPage() {
  const { value: about, error } = useLoaded((signal) => control<About>('default', '/', { signal }), [])
  const baseUrl = `${rootOf(world.value)}v5`
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  return (
    <>
      <h1>Overview</h1>
      <div class="columns">
        <section class="card" aria-labelledby="clients">
          <h2 id="clients">Point a client here</h2>
          <p>
            Base URL of this world: <code>{baseUrl}</code> <CopyButton text={baseUrl} />
          </p>
          <ClientTabs baseUrl={baseUrl} token={tokenIn(about?.environment)} />
        </section>
        <section class="card" aria-labelledby="server">
          <h2 id="server">Server</h2>
          {about === undefined ? <p class="quiet">Loading…</p> : <Facts about={about} />}
        </section>
      </div>
    </>
  )
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 24 ? 1 : 0)} MiB`

function Facts({ about }: { about: About }) {
  const { version, operations, data, seed, auth, rules, worlds, room } = about
  const facts: readonly (readonly [string, string])[] = [
    ['Version', version],
    ['Operations', `${operations.built} of ${operations.documented}`],
    ['Rules in force', String(rules)],
    ['Worlds', String(worlds.length)],
    ['Data', `${data}, ${megabytes(room.taken)} of ${megabytes(room.worlds_limit)}`],
    ['Seed', seed],
    ['Tokens', auth === 'open' ? 'any bearer token passes' : auth],
  ]
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}
