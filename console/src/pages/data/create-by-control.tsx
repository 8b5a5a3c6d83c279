import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { ControlForm } from './control-form.tsx'
import { useEditableKind } from './editable-kinds.ts'

/** A form for an entity that the API does not create, and test control does. */
export function CreateByControl({ kind, changed }: { kind: string; changed: () => void }) {
  const { value, error } = useEditableKind(kind)
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  if (value === undefined) return <p class="quiet">Loading…</p>
  const create = value?.create
  if (!create) {
    return (
      <Notice kind="warning">No operation of the API creates these by itself, and test control does not either.</Notice>
    )
  }
  const send = async (body: Record<string, unknown>): Promise<unknown> => {
    const made = await control(world.value, `/entities/${kind}`, { body })
    changed()
    return made
  }
  return (
    <>
      <p class="quiet">The API does not create these: test control does, by POST /__mock/entities/{kind}.</p>
      <ControlForm schema={create} button="Create" send={send} />
    </>
  )
}
