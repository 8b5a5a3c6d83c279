import { momentText } from '../../state/format.ts'
import type { WorldClock } from './clock.ts'
import { millisecondsOf, steps } from './durations.ts'

/** Moves the clock by a slider, or by words such as `1h30m`. */
export function AdvancePanel(props: {
  clock: WorldClock
  by: string
  setBy: (by: string) => void
  target: number
  move: (path: string, body: unknown, done: string) => Promise<void>
}) {
  const { by, setBy, target, move } = props
  const known = millisecondsOf(by)
  const nearest = steps.findLastIndex((step) => (millisecondsOf(step) ?? 0) <= (known ?? 0))
  return (
    <section class="card" aria-labelledby="advance">
      <h2 id="advance">Advance</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void move('advance', { by: by.trim() }, `The clock was advanced by ${by.trim()}.`)
        }}
      >
        <label class="field">
          <span>From a minute to eight weeks</span>
          <input
            type="range"
            min={0}
            max={steps.length - 1}
            value={Math.max(0, nearest)}
            aria-valuetext={by}
            onInput={({ currentTarget }) => setBy(steps[Number(currentTarget.value)] ?? by)}
          />
        </label>
        <div class="toolbar">
          <label class="field">
            <span>By</span>
            <input
              value={by}
              required
              size={12}
              spellcheck={false}
              aria-describedby="words"
              onInput={({ currentTarget }) => setBy(currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary">
            Advance
          </button>
        </div>
      </form>
      <p class="quiet" id="words">
        Words: <code>90s</code>, <code>1h30m</code>, <code>7d</code>, <code>2w</code>, or ISO 8601 such as{' '}
        <code>P7D</code>. <code>-1d</code> goes back.
      </p>
      <p>{known === undefined ? 'Until a moment that the server reads from it.' : `Until ${momentText(target)}.`}</p>
    </section>
  )
}
