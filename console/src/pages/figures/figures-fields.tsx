import { setQuery } from '../../state/route.ts'
import { QueryChoice } from '../../ui/query-fields.tsx'
import type { Named } from './analytics.ts'
import { levels, metrics } from './metrics.ts'

/** Chooses what figures are shown; all of it stands in the address. */
export function FiguresFields(props: { accounts: readonly Named[]; account: string; start: string; end: string }) {
  const { accounts, account, start, end } = props
  const options = accounts.map(({ id, name }) => [id, `${name} (${id})`] as const)
  const isListed = accounts.some(({ id }) => id === account)
  return (
    <div class="toolbar">
      <QueryChoice name="account" label="Ad account" options={isListed ? options : [...options, [account, account]]} />
      <QueryChoice name="metric" label="Metric" options={named(metrics)} />
      <QueryChoice name="by" label="By" options={named(levels)} />
      {(
        [
          ['start', 'From', start],
          ['end', 'To', end],
        ] as const
      ).map(([name, label, value]) => (
        <label key={name} class="field">
          <span>{label}</span>
          <input
            type="date"
            value={value}
            onChange={({ currentTarget }) => setQuery({ [name]: currentTarget.value })}
            required
          />
        </label>
      ))}
    </div>
  )
}

const named = (of: Readonly<Record<string, { readonly name: string }>>): readonly (readonly [string, string])[] =>
  Object.entries(of).map(([key, { name }]) => [key, name])
