import { useState } from 'preact/hooks'
import { anyToken, clientToken } from '../../api/client-token.ts'
import { rootOf } from '../../api/roots.ts'
import { control } from '../../api/send.ts'
import { useChanges } from '../../state/changes.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { bytesText } from '../../ui/amounts.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ClientTabs } from './client-tabs.tsx'
import { LatestCalls } from './latest-calls.tsx'
import { ThisWorld } from './this-world.tsx'
import { WorldsCard } from './worlds-card.tsx'

/** What test control says of the server, as far as it is shown. */
interface About {
  readonly version: string
  readonly operations: { readonly built: number; readonly documented: number }
  readonly data: string
  readonly seed: string
  readonly auth: string
  readonly rules: number
  readonly room: { readonly taken: number; readonly world_limit: number; readonly worlds_limit: number }
}

/** Where the server is, how clients are pointed here, and what it has. */
export default function OverviewPage() {
  const { value: about, error } = useLoaded((signal) => control<About>('default', '/', { signal }), [])
  const baseUrl = `${rootOf(world.value)}v5`
  const { value: token = anyToken } = useLoaded(() => clientToken(world.value), [world.value])
  const [round, setRound] = useState(0)
  useChanges({ types: ['call', 'world', 'clock', 'settings'], isOfAll: true }, () => {
    setRound((before) => before + 1)
    return reloadWorlds()
  })
  return (
    <>
      <h1>Overview</h1>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <div class="columns">
        <section class="card" aria-labelledby="clients">
          <h2 id="clients">Point a client here</h2>
          <p>
            Base URL of this world: <code>{baseUrl}</code> <CopyButton text={baseUrl} />
          </p>
          <p>
            Token: <code>{token}</code> <CopyButton text={token} />
          </p>
          <ClientTabs baseUrl={baseUrl} token={token} />
        </section>
        <LatestCalls round={round} />
        <ThisWorld round={round} />
        <WorldsCard />
        <section class="card" aria-labelledby="server">
          <h2 id="server">Server</h2>
          {about === undefined ? <p class="quiet">Loading…</p> : <Facts about={about} />}
        </section>
      </div>
    </>
  )
}

function Facts({ about }: { about: About }) {
  const { version, operations, data, seed, auth, rules, room } = about
  return (
    <dl class="facts">
      <dt>Version</dt>
      <dd>{version}</dd>
      <dt>Operations</dt>
      <dd>
        <a href={linkTo('coverage')}>
          {operations.built} of {operations.documented}
        </a>
      </dd>
      <dt>Rules in force</dt>
      <dd>
        <a href={linkTo('rules')}>{rules}</a>
      </dd>
      <dt>Data</dt>
      <dd>
        {data}, {bytesText(room.taken)} of {bytesText(room.worlds_limit)}
      </dd>
      <dt>Seed</dt>
      <dd>{seed}</dd>
      <dt>Tokens</dt>
      <dd>{auth === 'open' ? 'any bearer token passes' : auth}</dd>
    </dl>
  )
}
