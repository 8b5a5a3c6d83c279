import type { Report } from '../../../../server/library/generated/control.ts'
import { linkTo, world } from '../../state/route.ts'
import { CallLinks } from './call-links.tsx'

/** The rules, errors and faults that clients met, with their first calls. */
export function Refusals({ report, isOfAll }: { report: Report; isOfAll: boolean }) {
  const of = isOfAll ? undefined : world.value
  const rules = report.rules.map(({ rule, count, requests }) => ({
    name: <a href={linkTo(`rules/${encodeURIComponent(rule)}`)}>{rule}</a>,
    key: rule,
    filter: { rule },
    count,
    requests,
  }))
  const errors = report.errors.map(({ status, code, operations, count, requests }) => ({
    name: `${status}, code ${code}: ${operations.join(', ')}`,
    key: `${status} ${code}`,
    filter: { status: String(status), refused: status < 400 ? 'true' : undefined },
    count,
    requests,
  }))
  const faults = report.faults.map(({ fault, count, requests }) => ({
    name: fault,
    key: fault,
    filter: { faults: 'true' },
    count,
    requests,
  }))
  return (
    <section class="card" aria-labelledby="refusals">
      <h2 id="refusals">Refusals</h2>
      {(
        [
          ['Rules', rules],
          ['Errors', errors],
          ['Faults', faults],
        ] as const
      ).map(([title, rows]) => (
        <section key={title} aria-labelledby={`of-${title}`}>
          <h3 id={`of-${title}`}>{title}</h3>
          {rows.length === 0 ? (
            <p class="quiet">None was met.</p>
          ) : (
            <table class="small">
              <thead>
                <tr>
                  <th scope="col">{title}</th>
                  <th scope="col" class="number">
                    Calls
                  </th>
                  <th scope="col">First calls</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, key, filter, count, requests }) => (
                  <tr key={key}>
                    <td>{name}</td>
                    <td class="number">{isOfAll ? count : <a href={linkTo('traffic', filter)}>{count}</a>}</td>
                    <td>
                      <CallLinks ids={requests} world={of} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </section>
  )
}
