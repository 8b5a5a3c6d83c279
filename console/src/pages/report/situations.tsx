import type { Report } from '../../../../server/library/generated/control.ts'
import { world } from '../../state/route.ts'
import { CallLinks } from './call-links.tsx'

const texts: Readonly<Record<keyof Report['met'], string>> = {
  pages_past_the_first: 'A page after the first',
  rate_limits: 'A rate limit',
  token_expiries: 'A token that has expired',
  partial_failures: 'A batch of which some items are refused',
  server_errors: 'An error of the server',
  lost_answers: 'A response that never came',
}

/** What clients meet in production: how often these met it, or that they never did. */
export function Situations({ report, isOfAll }: { report: Report; isOfAll: boolean }) {
  const situations = Object.keys(texts) as (keyof Report['met'])[]
  return (
    <section class="card" aria-labelledby="situations">
      <h2 id="situations">Situations</h2>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">Situation</th>
            <th scope="col" class="number">
              Met
            </th>
            <th scope="col">Calls</th>
          </tr>
        </thead>
        <tbody>
          {situations.map((name) => {
            const { count, requests } = report.met[name]
            return (
              <tr key={name}>
                <th scope="row">{texts[name]}</th>
                <td class={`number ${count === 0 ? 'warn' : ''}`}>{count === 0 ? 'never' : count}</td>
                <td>
                  <CallLinks ids={requests} world={isOfAll ? undefined : world.value} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <details>
        <summary>{report.operations.never.length} operations were never called</summary>
        <p>{report.operations.never.join(', ')}</p>
      </details>
    </section>
  )
}
