import { place, setQuery } from '../state/route.ts'

/** A text field for a value of the address. */
export function QueryText({ name, label, list }: { name: string; label: string; list?: readonly string[] }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        autocomplete="off"
        value={place.value.query.get(name) ?? ''}
        list={list === undefined ? undefined : `${name}-values`}
        onInput={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
      />
      {list !== undefined && (
        <datalist id={`${name}-values`}>
          {list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </label>
  )
}

/** A choice for a value of the address. The first option is chosen where the address has none. */
export function QueryChoice(props: {
  name: string
  label: string
  options: readonly (readonly [value: string, text: string])[]
}) {
  const { name, label, options } = props
  const [first] = options
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={place.value.query.get(name) ?? first?.[0] ?? ''}
        onChange={({ currentTarget: { value } }) => setQuery({ [name]: value === first?.[0] ? undefined : value })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
