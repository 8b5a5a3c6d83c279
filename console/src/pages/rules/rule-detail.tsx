import type { CatalogueEntry } from '../../../../server/library/generated/control.ts'
import { linkTo } from '../../state/route.ts'
import { OverrideForm } from './override-form.tsx'

const refused: Readonly<Record<CatalogueEntry['refuses'], string>> = {
  protocol: 'any request, before its operation',
  item: 'one item of a batch',
  request: 'the whole request',
}

/** A rule: what it refuses, how it says so, and how it is known. */
export function RuleDetail({ rule, reload }: { rule: CatalogueEntry; reload: () => void }) {
  const { id, refuses, operations, fields, status, code, message, evidence, source, in_force: isInForce } = rule
  return (
    <section class="card" aria-labelledby="rule">
      <h2 id="rule">{id}</h2>
      <p>
        <strong>{message}</strong>
      </p>
      <dl class="facts">
        <dt>Refuses</dt>
        <dd>{refused[refuses]}</dd>
        <dt>Status, code</dt>
        <dd>
          {status}, {code}
        </dd>
        <dt>In force</dt>
        <dd>{isInForce ? 'yes' : 'no: it is switched off'}</dd>
        <dt>Evidence</dt>
        <dd>{evidence}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
        <dt>Fields</dt>
        <dd>{fields.length === 0 ? 'none in particular' : fields.join(', ')}</dd>
        <dt>Operations</dt>
        <dd>
          {operations.length === 0 && 'all'}
          {operations.map((operation) => (
            <div key={operation}>
              <a href={linkTo('coverage', { search: operation })}>{operation}</a>
            </div>
          ))}
        </dd>
      </dl>
      <p class="actions">
        <a href={linkTo('traffic', { rule: id })}>Calls that it has refused</a>
      </p>
      <OverrideForm rule={rule} reload={reload} />
    </section>
  )
}
