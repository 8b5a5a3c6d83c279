import type { Request } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { act } from '../../ui/notifications.tsx'
import { downloadJson } from './download.ts'
import { verifyCode } from './verify-code.ts'

/** What can be taken elsewhere of a call: a command, an archive, and a test. */
export function TakeAlong({ call }: { call: Request }) {
  const code = verifyCode(call)
  const curl = (): Promise<string> => control(world.value, `/requests/${call.id}`, { query: { as: 'curl' } })
  return (
    <section class="card" aria-labelledby="take">
      <h2 id="take">Take it along</h2>
      <p class="actions">
        <CopyButton text={curl}>Copy as curl</CopyButton>
        <button type="button" onClick={() => void act(() => saveHar(call))}>
          Download as HAR
        </button>
        <CopyButton text={code}>Copy as a test</CopyButton>
      </p>
      <details>
        <summary>The test</summary>
        <JsonView value={code} label="Test in JavaScript" />
      </details>
    </section>
  )
}

async function saveHar({ id }: Request): Promise<void> {
  downloadJson(`${id}.har`, await control(world.value, `/requests/${id}`, { query: { as: 'har' } }))
}
