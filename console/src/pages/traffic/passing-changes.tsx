import type { PassingChange } from '../../../../server/library/generated/control.ts'
import { momentText } from '../../state/format.ts'
import { formatted } from '../../ui/json-view.tsx'

/** What a request that passes changes, field by field. */
export function PassingChanges({ changes }: { changes: readonly PassingChange[] }) {
  if (changes.length === 0) return <p>The same request passes now.</p>
  return (
    <table class="small">
      <caption class="quiet">The smallest change with which it passes</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Sent</th>
          <th scope="col">Passes</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ in: part, field, sent, passes, change }) => (
          <tr key={`${part} ${field}`}>
            <td>
              {field} ({part})
            </td>
            <td>{change === 'added' ? 'absent' : valueText(field, sent)}</td>
            <td>{change === 'removed' ? 'absent' : valueText(field, passes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Returns a value as JSON, with the date of one that is a time. */
const valueText = (field: string, value: unknown): string =>
  typeof value === 'number' && value > 1e8 && field.endsWith('_time')
    ? `${value} (${momentText(value)})`
    : formatted(value)
