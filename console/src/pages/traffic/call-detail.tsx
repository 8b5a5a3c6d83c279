import { useEffect, useRef, useState } from 'preact/hooks'
import type { Request, Why } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useChanges } from '../../state/changes.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { timeOf } from './columns.tsx'
import { Exchange } from './exchange.tsx'
import { filtersIn } from './filters.tsx'
import { FixForm } from './fix-form.tsx'
import { NextTime } from './next-time.tsx'
import { StatusText } from './status-text.tsx'
import { TakeAlong } from './take-along.tsx'
import { WhySection } from './why-section.tsx'

/** One call: what was sent and answered, why, and what can be done about it. */
export function CallDetail({ id }: { id: string }) {
  const path = `/requests/${encodeURIComponent(id)}`
  const call = useLoaded((signal) => control<Request>(world.value, path, { signal }), [id])
  const why = useLoaded((signal) => control<Why>(world.value, `${path}/why`, { signal }), [id])
  const isPending = call.value?.status === null && !call.value.answer.lost
  useChanges({ types: isPending ? ['call'] : [], concerns: ({ data }) => (data as Request).id === id }, () => {
    if (!isPending) return
    call.reload()
    why.reload()
  })
  return (
    <div class="call">
      <p>
        <a href={linkTo('traffic', filtersIn(place.value.query))}>← All calls</a>
      </p>
      {call.value === undefined ? (
        <>
          <h1>Call {id}</h1>
          {call.error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{call.error}</Notice>}
        </>
      ) : (
        <>
          <Head call={call.value} />
          <WhySection why={why.value} error={why.error} again={why.reload} />
          {call.value.rules.length > 0 && <FixForm call={call.value} why={why.value} />}
          <SearchedExchange call={call.value} />
          {call.value.rules.length === 0 && <FixForm call={call.value} why={why.value} />}
          <TakeAlong call={call.value} />
          <NextTime call={call.value} />
        </>
      )}
    </div>
  )
}

function SearchedExchange({ call }: { call: Request }) {
  const [search, setSearch] = useState('')
  return (
    <section aria-labelledby="exchange">
      <h2 id="exchange">Request and response</h2>
      <div class="toolbar">
        <label class="field">
          <span>Search in both</span>
          <input type="search" value={search} onInput={({ currentTarget }) => setSearch(currentTarget.value)} />
        </label>
      </div>
      <Exchange call={call} search={search} />
    </section>
  )
}

function Head({ call }: { call: Request }) {
  const { method, operation, url, status, answer, rules, duration_ms, received, time } = call
  const heading = useRef<HTMLHeadingElement>(null)
  // The link that led here is hidden with its list.
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 class="call-head" ref={heading} tabIndex={-1}>
        {method} {operation ?? url}: <StatusText status={status} isLost={answer.lost} rules={rules} />
        {status !== null && status < 400 && rules.length > 0 && <span class="bad">, refused</span>}
      </h1>
      <p class="quiet call-head">
        {url} · {timeOf(received)}
        {duration_ms !== null && ` · ${duration_ms.toFixed(1)} ms`} · {time} by the clock of the world
      </p>
    </>
  )
}
