import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import type { Row } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'
import { ControlForm } from './control-form.tsx'
import { useEditableKind } from './editable-kinds.ts'

/** Direct edits of an entity: what no call of the API does to it. */
export function EntityEdit(props: { kind: string; id: string; entity: Row; changed: () => void }) {
  const { kind, id, entity, changed } = props
  const { value, error } = useEditableKind(kind)
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  if (value === undefined) return <p class="quiet">Loading…</p>
  if (value === null) return <p class="quiet">Test control takes no direct edits of this kind.</p>
  const path = `/entities/${kind}/${encodeURIComponent(id)}`
  const send = async (body: Record<string, unknown>): Promise<unknown> => {
    const result = await control(world.value, path, { method: 'PATCH', body })
    changed()
    return result
  }
  return (
    <>
      <p class="quiet">For states that no call of the API leads to: PATCH /__mock{path}.</p>
      <ControlForm schema={value.change} button="Edit" current={entity} send={send} />
    </>
  )
}
