import { useState } from 'preact/hooks'
import { momentText } from '../../state/format.ts'
import type { WorldClock } from './clock.ts'

/** The time of a world, whether it stands, and how it is set. */
export function ClockPanel(props: {
  clock: WorldClock
  move: (path: string, body: unknown, done: string) => Promise<void>
}) {
  const { clock, move } = props
  const iso = new Date(clock.now * 1000).toISOString()
  const [text, setText] = useState(iso.slice(0, 16))
  const moment = `${text.length === 16 ? `${text}:00` : text}Z`
  return (
    <section class="card" aria-labelledby="now">
      <h2 id="now">Now</h2>
      <p class="clock">
        <time dateTime={iso}>{iso.slice(0, 19).replace('T', ' ')} UTC</time>
      </p>
      <p>
        {Math.floor(clock.now)} in Unix seconds. The clock {clock.frozen ? 'is frozen' : 'runs'}.
      </p>
      <p class="actions">
        {clock.frozen ? (
          <button type="button" onClick={() => void move('tick', undefined, 'The clock runs on.')}>
            Unfreeze
          </button>
        ) : (
          <button type="button" onClick={() => void move('freeze', {}, 'The clock is frozen.')}>
            Freeze
          </button>
        )}
      </p>
      <form
        class="toolbar"
        onSubmit={(event) => {
          event.preventDefault()
          void move('set', { to: moment }, `The clock was set to ${momentText(Date.parse(moment))}.`)
        }}
      >
        <label class="field">
          <span>Date and time in UTC</span>
          <input
            type="datetime-local"
            step={1}
            required
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="submit">Set</button>
        <button type="button" onClick={() => void move('freeze', { at: moment }, 'The clock is frozen there.')}>
          Freeze there
        </button>
      </form>
    </section>
  )
}
