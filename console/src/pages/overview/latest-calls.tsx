import type { Request } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { isRefused, StatusText } from '../traffic/status-text.tsx'

/** The latest calls of the world, or that there is none yet, loaded again in each round. */
export function LatestCalls({ round }: { round: number }) {
  const { value, error } = useLoaded(
    (signal) =>
      control<{ items: readonly Request[] }>(world.value, '/requests', {
        signal,
        query: { limit: 8, order: 'DESCENDING' },
      }),
    [round],
  )
  return (
    <section class="card" aria-labelledby="latest">
      <h2 id="latest">Latest calls</h2>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {value === undefined && error === undefined && <p class="quiet">Loading…</p>}
      {value?.items.length === 0 && (
        <p role="status">No client has called this world yet. Its first call appears here.</p>
      )}
      {value !== undefined && value.items.length > 0 && (
        <>
          <table class="small">
            <thead>
              <tr>
                <th scope="col">Call</th>
                <th scope="col" class="number">
                  Status
                </th>
              </tr>
            </thead>
            <tbody>
              {value.items.map(({ id, method, operation, url, status, rules, answer }) => (
                <tr key={id}>
                  <td>
                    <a href={linkTo(`traffic/${encodeURIComponent(id)}`)}>
                      {method} {operation ?? (url.length > 120 ? `${url.slice(0, 120)}…` : url)}
                    </a>
                  </td>
                  <td class="number">
                    {isRefused({ status, rules }) && <span class="bad">refused </span>}
                    <StatusText status={status} isLost={answer.lost} rules={rules} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href={linkTo('traffic')}>All calls</a> ·{' '}
            <a href={linkTo('traffic', { refused: 'true' })}>Refused ones</a>
          </p>
        </>
      )}
    </section>
  )
}
