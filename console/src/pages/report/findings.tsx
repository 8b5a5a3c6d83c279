import type { Finding } from '../../../../server/library/generated/control.ts'
import { countText } from '../../ui/amounts.ts'
import { CallLinks } from './call-links.tsx'

/** Most occurrences that are shown of one finding. */
const most = 50

/** What passes here and breaks in production, in words, with the calls that did it. */
export function Findings({ findings, isEmpty }: { findings: readonly Finding[]; isEmpty: boolean }) {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      {findings.length === 0 && (
        <p class={isEmpty ? 'quiet' : 'good'}>
          {isEmpty ? 'None yet.' : 'Nothing that these calls did breaks in production, as far as this server knows.'}
        </p>
      )}
      {findings.map(({ finding, title, harm, instead, count, occurrences }) => (
        <article key={finding} class="card finding">
          <h3>
            {title} <span class="tag">{countText(count, 'time')}</span>
          </h3>
          <p>{harm}</p>
          <p>{instead}</p>
          <ul>
            {occurrences.slice(0, most).map(({ world, message, requests }) => (
              <li key={`${world} ${message} ${requests[0]}`}>
                {message} <CallLinks ids={requests} world={world} />
              </li>
            ))}
          </ul>
          {count > most && <p class="quiet">{countText(count - most, 'more occurrence')}.</p>}
        </article>
      ))}
    </section>
  )
}
