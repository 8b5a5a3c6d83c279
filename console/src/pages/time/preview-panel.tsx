import { useState } from 'preact/hooks'
import { shownValue } from '../../state/format.ts'
import { titleOf } from '../../state/kinds.ts'
import { linkTo, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'
import { type Preview, previewOf } from './preview.ts'
import { mostAccounts, mostEntities } from './preview-lists.ts'

/** Shows what the API would answer otherwise, by a copy of the world whose clock is advanced. */
export function PreviewPanel({ by }: { by: string }) {
  const [shown, setShown] = useState<{ by: string; preview: Preview }>()
  const [isReading, setReading] = useState(false)
  const preview = async (): Promise<void> => {
    setReading(true)
    await act(async () => setShown({ by, preview: await previewOf(world.value, by.trim()) }))
    setReading(false)
  }
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">What the API will answer</h2>
      <p class="actions">
        <button type="button" disabled={isReading} onClick={() => void preview()}>
          Preview {by} on a copy of the world
        </button>
        {isReading && <span role="status">Comparing two copies…</span>}
      </p>
      {shown !== undefined && <Differences by={shown.by} preview={shown.preview} />}
      <p class="quiet">
        Two copies of the world are made, the clock of one is advanced, and their lists are compared: the first{' '}
        {mostEntities} campaigns, ad groups, ads, audiences, customer lists, promotions, order lines, deletion requests,
        media and feeds, of at most {mostAccounts} ad accounts. Both copies are deleted. This world stays as it is.
      </p>
    </section>
  )
}

function Differences({ by, preview }: { by: string; preview: Preview }) {
  const { differences, compared } = preview
  if (differences.length === 0) {
    return (
      <Notice kind="success">
        None of {compared} entities is answered otherwise after {by}.
      </Notice>
    )
  }
  return (
    <div class="scroll" role="region" aria-label="Differences" tabIndex={0}>
      <p>
        {differences.length} fields of {compared} entities are answered otherwise after {by}.
      </p>
      <table class="small">
        <thead>
          <tr>
            <th>Entity</th>
            <th>Kind</th>
            <th>Field</th>
            <th>Now</th>
            <th>Then</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, 500).map(({ kind, id, name, field, before, after }) => (
            <tr key={`${kind} ${id} ${field}`}>
              <td>
                <a href={linkTo(`data/${kind}/${encodeURIComponent(id)}`)}>{name}</a>
              </td>
              <td>{titleOf(kind)}</td>
              <td class="mono">{field}</td>
              <td>{shownValue(field, before)}</td>
              <td>{shownValue(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
