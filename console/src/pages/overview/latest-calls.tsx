import { useEffect } from 'preact/hooks'
import type { Request } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'

/** Milliseconds after which the page looks for calls again. */
const interval = 2000

/** The latest calls of the world, or that there is none yet. */
export function LatestCalls() {
  const { value, error, reload } = useLoaded(
    (signal) =>
      control<{ items: readonly Request[] }>(world.value, '/requests', {
        signal,
        query: { limit: 8, order: 'DESCENDING' },
      }),
    [],
  )
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), interval)
    return () => clearInterval(timer)
  }, [reload])
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
              {value.items.map(({ id, method, url, status }) => (
                <tr key={id}>
                  <td>
                    <a href={linkTo(`traffic/${encodeURIComponent(id)}`)}>
                      {method} {url.length > 120 ? `${url.slice(0, 120)}…` : url}
                    </a>
                  </td>
                  <td class={`number ${(status ?? 0) >= 400 ? 'bad' : ''}`}>{status ?? 'none'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <a href={linkTo('traffic')}>All calls</a>
          </p>
        </>
      )}
    </section>
  )
}
