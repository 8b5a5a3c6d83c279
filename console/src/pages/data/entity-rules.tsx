import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import type { Row } from '../../state/world-export.ts'
import { Notice } from '../../ui/notice.tsx'
import { type ListedRule, type Lock, locksOf } from './locks.ts'

/** What the rules lock of an entity now and why, and the other rules of its update. */
export function EntityRules({ operation, row, campaign }: { operation: string; row: Row; campaign: Row | undefined }) {
  const { value, error } = useLoaded(
    (signal) => control<{ items: readonly ListedRule[] }>(world.value, '/rules', { query: { operation }, signal }),
    [operation, world.value],
  )
  if (error !== undefined) return <Notice kind="error">{error}</Notice>
  if (value === undefined) return <p class="quiet">Loading…</p>
  const locks = locksOf(value.items, row, campaign)
  const known = new Set(locks.map(({ rule }) => rule.id))
  const others = value.items.filter(({ id }) => !known.has(id))
  return (
    <>
      <h2>Locked or limited now</h2>
      <LockTable label="Locked now" locks={locks.filter(({ isLocked }) => isLocked)} />
      <h2>Not now, but in another state</h2>
      <LockTable label="Open now" locks={locks.filter(({ isLocked }) => !isLocked)} />
      <details>
        <summary>
          {others.length} rules of {operation} that look at what a change sends
        </summary>
        <RuleTable label="Other rules" rules={others} />
      </details>
      <p class="quiet">
        What a certain change meets: try it on a copy of the world, under “Change”. Rules are listed by operation.
      </p>
    </>
  )
}

function LockTable({ label, locks }: { label: string; locks: readonly Lock[] }) {
  if (locks.length === 0) return <p class="quiet">None.</p>
  return (
    <RuleTable
      label={label}
      rules={locks.map(({ rule }) => rule)}
      because={new Map(locks.map(({ rule, because }) => [rule.id, because]))}
    />
  )
}

function RuleTable(props: { label: string; rules: readonly ListedRule[]; because?: ReadonlyMap<string, string> }) {
  const { label, rules, because } = props
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table class="small">
        <thead>
          <tr>
            <th>Fields</th>
            <th>What the rule says</th>
            {because && <th>Because</th>}
            <th>Evidence</th>
            <th>Rule</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, fields, message, evidence, source, in_force: isInForce }) => (
            <tr key={id}>
              <td class="mono">{fields.join(', ')}</td>
              <td>
                {message} {!isInForce && <span class="tag">off in this world</span>}
              </td>
              {because && <td>{because.get(id)}</td>}
              <td title={source}>{evidence}</td>
              <td>
                <a href={linkTo(`rules/${encodeURIComponent(id)}`)}>{id}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
