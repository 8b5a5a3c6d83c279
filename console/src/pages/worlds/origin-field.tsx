import { type Origins, originGroups, originText } from './origin.ts'

/** Chooses a world, a snapshot or a seed. */
export function OriginField(props: {
  label: string
  name?: string
  origins: Origins
  value: string
  choose?: (value: string) => void
}) {
  const { label, name, origins, value, choose } = props
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name} value={value} onChange={({ currentTarget }) => choose?.(currentTarget.value)}>
        {originGroups(origins).map(
          ([group, texts]) =>
            texts.length > 0 && (
              <optgroup key={group} label={group}>
                {texts.map((text) => (
                  <option key={text} value={text}>
                    {originText(text)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}
