import { useState } from 'preact/hooks'
import type { ApiDescription, Operation } from '../../api/openapi.ts'
import { refusalsOf } from '../../api/refusals.ts'
import type { Answer } from '../../api/send.ts'
import { AnswerView } from '../../ui/answer-view.tsx'
import { objectOf, type Typed } from '../../ui/form/fields.ts'
import { SchemaForm } from '../../ui/form/schema-form.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import {
  bodyShape,
  bodyWith,
  type CallOfForm,
  mistakesIn,
  parameterFields,
  sendCall,
  tryCall,
} from './operation-call.ts'

/** What a form for an operation is made with. */
export interface OperationFormProps {
  readonly description: ApiDescription
  readonly operation: Operation
  readonly kind: string
  /** Values of the path and the query that are known. */
  readonly parameters: Typed
  /** Members of the body that are known and not typed: the id of what is changed. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** What the entity has now, to be shown in empty fields. */
  readonly current?: Readonly<Record<string, unknown>>
  readonly done: () => void
}

/** A form for a call of the API, with the answer below it. The call can be tried on a copy of the world. */
export function OperationForm(props: OperationFormProps) {
  const { description, operation, kind, fixed = {}, done } = props
  const shape = bodyShape(operation, description.schemas, fixed, props.current)
  const [parameters, setParameters] = useState<Typed>(props.parameters)
  const [typed, setTyped] = useState<Typed>({})
  const [json, setJson] = useState<string>()
  const [way, setWay] = useState(shape.fields.length > 0 ? 'Form' : 'JSON')
  const [result, setResult] = useState<{ answer: Answer; isTrial: boolean; asked: number }>()
  const [isSending, setSending] = useState(false)
  const { value, mistakes } = objectOf(shape.fields, typed)
  const body = bodyWith(shape, { ...fixed, ...value })
  const text = json ?? JSON.stringify(shape.fields.length > 0 ? body : (shape.example ?? {}), null, 2)

  const send = async (isTrial: boolean): Promise<void> => {
    setSending(true)
    await act(async () => {
      const call: CallOfForm = { operation, parameters, body: way === 'JSON' ? JSON.parse(text) : body }
      const answer = await (isTrial ? tryCall(call) : sendCall(call))
      setResult({ answer, isTrial, asked: (result?.asked ?? 0) + 1 })
      if (!isTrial && refusalsOf(answer).length === 0) done()
    })
    setSending(false)
  }
  const refused = result === undefined ? {} : mistakesIn(result.answer, shape.fields)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send(false)
      }}
    >
      <p class="quiet">
        <code>
          {operation.method} {operation.path}
        </code>{' '}
        {operation.description}
      </p>
      <SchemaForm
        label="Path and query"
        fields={parameterFields(operation, description.schemas)}
        typed={parameters}
        change={setParameters}
        mistakes={{}}
      />
      <Tabs label="How the body is written" names={['Form', 'JSON']} shown={way} choose={setWay}>
        {way === 'JSON' ? (
          <label class="field">
            <span>Body as JSON</span>
            <textarea rows={12} value={text} onInput={({ currentTarget }) => setJson(currentTarget.value)} />
          </label>
        ) : shape.fields.length === 0 ? (
          <Notice kind="warning">The body takes one of several shapes: write it as JSON.</Notice>
        ) : (
          <>
            <SchemaForm
              label="Body"
              fields={shape.fields}
              typed={typed}
              change={setTyped}
              mistakes={{ ...refused, ...mistakes }}
            />
            <details>
              <summary>The body that is sent</summary>
              <JsonView label="Body that is sent" value={body} />
            </details>
          </>
        )}
      </Tabs>
      <p class="actions">
        <button type="submit" class="primary" disabled={isSending || Object.keys(mistakes).length > 0}>
          Send
        </button>
        <button type="button" disabled={isSending || Object.keys(mistakes).length > 0} onClick={() => void send(true)}>
          Try on a copy of the world
        </button>
      </p>
      {result !== undefined && (
        <AnswerView key={result.asked} answer={result.answer} kind={kind} isTrial={result.isTrial} />
      )}
    </form>
  )
}
