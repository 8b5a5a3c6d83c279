import { type EntityChange, type KindChanges, mostListed } from './state-changes.ts'

/** What differs in one kind of entities, with the fields before and after. */
export function KindTable({ changes }: { changes: KindChanges }) {
  const { kind, added, changed, removed, entities } = changes
  const left = [added, changed, removed].reduce((sum, count) => sum + Math.max(0, count - mostListed), 0)
  return (
    <details open={entities.length <= 20}>
      <summary>
        <strong>{kind}</strong>: {added} added, {changed} changed, {removed} removed
      </summary>
      <div class="scroll">
        <table class="small changes" aria-label={`Changes of ${kind}`}>
          <thead>
            <tr>
              {['Change', 'Entity', 'Field', 'Before', 'After'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{entities.map((entity) => rowsOf(entity))}</tbody>
        </table>
      </div>
      {left > 0 && <p class="quiet">{left.toLocaleString('en')} more are counted and not listed.</p>}
    </details>
  )
}

const classes = { added: 'good', removed: 'bad', changed: 'warn' } as const

function rowsOf({ type, key, name, fields }: EntityChange) {
  const entity = `${key.slice(0, 120)}${name === '' || name === key ? '' : ` ${name}`}`
  const rows = fields.length === 0 ? [{ field: '', before: undefined, after: undefined }] : fields
  return rows.map(({ field, before, after }) => (
    <tr key={`${type} ${key} ${field}`}>
      <td class={classes[type]}>{type}</td>
      <td>{entity}</td>
      <td>{field}</td>
      <td>{shortText(before)}</td>
      <td>{shortText(after)}</td>
    </tr>
  ))
}

/** Returns a value as JSON, as far as it fits a cell. */
function shortText(value: unknown): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
