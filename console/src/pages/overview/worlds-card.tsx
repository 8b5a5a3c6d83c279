import { useEffect } from 'preact/hooks'
import { linkTo } from '../../state/route.ts'
import { reloadWorlds, worlds } from '../../state/worlds.ts'
import { bytesText, momentText } from '../../ui/amounts.ts'

/** Most worlds that the overview lists. */
const most = 10

/** The worlds that were called last, with their sizes. */
export function WorldsCard() {
  useEffect(() => void reloadWorlds().catch(() => {}), [])
  const byUse = [...worlds.value].sort((one, other) => (other.last_used ?? '').localeCompare(one.last_used ?? ''))
  return (
    <section class="card" aria-labelledby="worlds">
      <h2 id="worlds">Worlds</h2>
      {byUse.length === 0 ? (
        <p>No world has been called yet: the first call creates one.</p>
      ) : (
        <table class="small">
          <thead>
            <tr>
              <th scope="col">World</th>
              <th scope="col" class="number">
                Size
              </th>
              <th scope="col">Last call</th>
            </tr>
          </thead>
          <tbody>
            {byUse.slice(0, most).map(({ name, bytes, last_used: used }) => (
              <tr key={name}>
                <td>
                  <a href={linkTo(`worlds/${encodeURIComponent(name)}`)}>{name}</a>
                </td>
                <td class="number">{bytesText(bytes ?? 0)}</td>
                <td>{used ? momentText(used) : 'none'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={linkTo('worlds')}>All worlds ({worlds.value.length})</a>
      </p>
    </section>
  )
}
