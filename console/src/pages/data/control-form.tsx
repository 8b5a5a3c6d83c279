import { useState } from 'preact/hooks'
import { messageOf } from '../../api/failure.ts'
import type { Schema } from '../../api/openapi.ts'
import { fieldsOf, objectOf, type Typed, withCurrent } from '../../ui/form/fields.ts'
import { SchemaForm } from '../../ui/form/schema-form.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'

/** A form for a call of test control, made of the schema that test control publishes, with the result below it. */
export function ControlForm(props: {
  schema: Schema
  button: string
  current?: Readonly<Record<string, unknown>>
  send: (body: Record<string, unknown>) => Promise<unknown>
}) {
  const { schema, button, current, send } = props
  const [typed, setTyped] = useState<Typed>({})
  const [result, setResult] = useState<{ value?: unknown; error?: string }>({})
  const fields = withCurrent(fieldsOf(schema), current)
  const { value, mistakes } = objectOf(fields, typed)
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    try {
      setResult({ value: await send(value) })
      setTyped({})
    } catch (error) {
      setResult({ error: messageOf(error) })
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      {fields.length === 0 && <p class="quiet">Nothing of it can be changed.</p>}
      <SchemaForm label="Direct edit" fields={fields} typed={typed} change={setTyped} mistakes={mistakes} />
      <p class="actions">
        <button type="submit" class="primary" disabled={fields.length === 0 || Object.keys(mistakes).length > 0}>
          {button}
        </button>
      </p>
      {result.error !== undefined && <Notice kind="error">{result.error}</Notice>}
      {result.value !== undefined && (
        <>
          <Notice kind="success">Done. This is what it is now:</Notice>
          <JsonView label="Result of the direct edit" value={result.value} />
        </>
      )}
    </form>
  )
}
