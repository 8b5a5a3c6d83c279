import './form.css'
import type { Field, Typed } from './fields.ts'
import { SchemaField } from './schema-field.tsx'

/** The fields of an object that is sent. */
export function SchemaForm(props: {
  label: string
  fields: readonly Field[]
  typed: Typed
  change: (typed: Typed) => void
  mistakes: Readonly<Record<string, string>>
}) {
  const { label, fields, typed, change, mistakes } = props
  const changeOne = (name: string, text: string | undefined): void => {
    const { [name]: _before, ...others } = typed
    change(text === undefined ? others : { ...others, [name]: text })
  }
  return (
    <fieldset class="form" aria-label={label}>
      {fields.map((field) => (
        <SchemaField
          key={field.name}
          field={field}
          typed={typed[field.name]}
          change={(text) => changeOne(field.name, text)}
          mistake={mistakes[field.name]}
        />
      ))}
    </fieldset>
  )
}
