import { useId } from 'preact/hooks'
import type { Field } from './fields.ts'

/** What one field of a form needs. */
export interface SchemaFieldProps {
  readonly field: Field
  /** What was typed; absent where the field is not sent. */
  readonly typed: string | undefined
  readonly change: (typed: string | undefined) => void
  /** What is wrong with it. */
  readonly mistake: string | undefined
}

/** A field of a form, made of a schema: enums are selects, booleans checkboxes, objects and lists JSON. */
export function SchemaField(props: SchemaFieldProps) {
  const { field, mistake } = props
  const id = useId()
  const { name, isRequired, isDeprecated, note } = field
  return (
    <div class="field">
      <label for={id}>
        {name} {isRequired && <em>required</em>}
        {isDeprecated && <em>deprecated</em>}
      </label>
      <Input {...props} id={id} described={`${id}-note`} />
      <small id={`${id}-note`}>
        {mistake !== undefined && <span class="bad">{mistake} </span>}
        {note}
      </small>
    </div>
  )
}

function Input({ field, typed, change, mistake, id, described }: SchemaFieldProps & { id: string; described: string }) {
  const { kind, options, isNullable, example, current } = field
  const absent = current === undefined ? '(not sent)' : `(not sent, now ${current})`
  const common = { id, 'aria-describedby': described, 'aria-invalid': mistake !== undefined }
  const take = (text: string): void => change(text === '' ? undefined : text)
  if (kind === 'yes')
    return <YesField common={common} typed={typed} change={change} name={field.name} absent={absent} />
  if (kind === 'choice') {
    return (
      <select {...common} value={typed ?? ''} onChange={({ currentTarget }) => take(currentTarget.value)}>
        <option value="">{absent}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
        {isNullable && <option value="null">null</option>}
      </select>
    )
  }
  const text = {
    ...common,
    value: typed ?? '',
    placeholder: current ?? example ?? '',
    spellcheck: false,
    autocomplete: 'off',
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      take(currentTarget.value),
  } as const
  if (kind === 'json') return <textarea {...text} rows={2} />
  return <input {...text} type="text" inputMode={kind === 'number' ? 'decimal' : 'text'} />
}

function YesField(props: {
  common: { readonly id: string }
  typed: string | undefined
  change: SchemaFieldProps['change']
  name: string
  absent: string
}) {
  const { common, typed, change, name, absent } = props
  return (
    <div class="check">
      <input
        {...common}
        type="checkbox"
        checked={typed === 'true'}
        onChange={({ currentTarget }) => change(String(currentTarget.checked))}
      />
      {typed === undefined || typed === 'null' ? (
        <span class="quiet">{typed ?? absent}</span>
      ) : (
        <button type="button" aria-label={`Do not send ${name}`} onClick={() => change(undefined)}>
          {typed}: leave out
        </button>
      )}
    </div>
  )
}
