import './figures.css'
import type { Time } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { place, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { AccountFigures } from './account-figures.tsx'
import { listed, type Named } from './analytics.ts'
import { dateBefore } from './days.ts'
import { FiguresFields } from './figures-fields.tsx'
import { type Level, levels, metrics } from './metrics.ts'

/** What ads delivered, by day, as the API's analytics answer it: a plot with its table beside. */
export default function FiguresPage() {
  const { query } = place.value
  const { value, error } = useLoaded(async (signal) => {
    const [accounts, { now }] = await Promise.all([
      listed('/ad_accounts', signal),
      control<Time>(world.value, '/time', { signal }),
    ])
    return { accounts, now }
  }, [])
  if (value === undefined)
    return error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>
  const { accounts, now } = value
  const account = chosenAccount(accounts, query.get('account'))
  const level: Level = query.get('by') === 'ad_groups' ? 'ad_groups' : 'campaigns'
  const metric = metrics[query.get('metric') ?? 'spend'] ?? metrics.spend
  const start = query.get('start') ?? dateBefore(now, 30)
  const end = query.get('end') ?? dateBefore(now, 1)
  return (
    <>
      <h1>Figures</h1>
      {account === undefined || metric === undefined ? (
        <p role="status">This world has no ad account that could deliver anything.</p>
      ) : (
        <>
          <FiguresFields accounts={accounts} account={account.id} start={start} end={end} />
          <AccountFigures
            key={`${account.id} ${level} ${metric.column} ${start} ${end}`}
            account={account}
            level={level}
            metric={metric}
            start={start}
            end={end}
          />
          <p class="quiet">
            As the API answers …/{level}/analytics, by {levels[level].name.toLowerCase()}; days are those of UTC.
          </p>
        </>
      )}
    </>
  )
}

const chosenAccount = (accounts: readonly Named[], id: string | null): Named | undefined =>
  id === null ? accounts[0] : (accounts.find((account) => account.id === id) ?? { id, name: id })
