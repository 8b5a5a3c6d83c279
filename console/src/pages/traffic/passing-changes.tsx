import type { PassingChange } from '../../../../server/library/generated/control.ts'
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
            <td>{change === 'added' ? 'absent' : formatted(sent)}</td>
            <td>{change === 'removed' ? 'absent' : formatted(passes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
