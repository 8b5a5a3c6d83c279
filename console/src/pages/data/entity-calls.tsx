import { useState } from 'preact/hooks'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import type { Tables } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'

/** A call of the journal, as far as it is shown here. */
interface Call {
  readonly id: string
  readonly time: string
  readonly method: string
  readonly url: string
  readonly operation: string | null
  readonly status: number | null
  readonly answer: { readonly body: string | null } | null
}

const most = 100

/** The calls that touched an entity, those of forms of the console too: that name it, or that created it. */
export function EntityCalls({ id, create, tables }: { id: string; create: string | undefined; tables: Tables }) {
  const [hasReads, setReads] = useState(false)
  const { value: calls, error, reload } = useLoaded((signal) => callsOf(id, create, signal), [id, world.value, tables])
  const shown = calls?.filter(({ method }) => hasReads || method !== 'GET')
  return (
    <>
      <div class="toolbar">
        <label class="check">
          <input type="checkbox" checked={hasReads} onChange={({ currentTarget }) => setReads(currentTarget.checked)} />
          Reads too
        </label>
        <button type="button" onClick={reload}>
          Refresh
        </button>
        <a href={linkTo('traffic', { body_contains: id })}>Traffic with it in the body</a>
      </div>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {shown === undefined ? (
        <p class="quiet">Loading…</p>
      ) : shown.length === 0 ? (
        <p class="quiet">The journal has no such call. Seeds and direct edits are no calls of the API.</p>
      ) : (
        <div class="scroll" role="region" aria-label="Calls" tabIndex={0}>
          <table class="small">
            <thead>
              <tr>
                <th>Call</th>
                <th>Time</th>
                <th>Operation</th>
                <th>Status</th>
                <th>URL</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((call) => (
                <tr key={call.id}>
                  <td>
                    <a href={linkTo(`traffic/${encodeURIComponent(call.id)}`)}>{call.id}</a>
                  </td>
                  <td>{call.time}</td>
                  <td>{call.operation}</td>
                  <td>{call.status}</td>
                  <td>
                    {call.method} {call.url}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

async function callsOf(id: string, create: string | undefined, signal: AbortSignal): Promise<readonly Call[]> {
  const find = async (query: Record<string, string>): Promise<readonly Call[]> => {
    const all = { ...query, limit: most, order: 'DESCENDING' }
    const ofSource = async (source: string): Promise<readonly Call[]> =>
      (await control<{ items: readonly Call[] }>(world.value, '/requests', { query: { ...all, source }, signal })).items
    const [ofClients, ofConsole] = await Promise.all([ofSource('client'), ofSource('console')])
    // Of its own calls, those of forms: what pages read says nothing of the entity.
    return [...ofClients, ...ofConsole.filter(({ method }) => method !== 'GET')]
  }
  const [inPath, inBody, created] = await Promise.all([
    find({ path: `*${id}*` }),
    find({ body_contains: id }),
    create === undefined ? [] : find({ operation: create }),
  ])
  const creating = created.filter(({ answer }) => answer?.body?.includes(`"${id}"`))
  const calls = new Map([...inPath, ...inBody, ...creating].map((call) => [call.id, call]))
  return [...calls.values()].sort((one, other) => other.time.localeCompare(one.time))
}
