import { useState } from 'preact/hooks'
import type { FaultCreate, Request } from '../../../../server/library/generated/control.ts'
import { messageOf } from '../../api/failure.ts'
import { control } from '../../api/send.ts'
import { linkTo, world } from '../../state/route.ts'
import { formatted } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { failures } from '../faults/failures.ts'
import { belowWorld } from './written-request.ts'

/** What is to become of the next calls like this one: a failure once, or an answer from now on. */
export function NextTime({ call }: { call: Request }) {
  const [open, setOpen] = useState<'fail' | 'answer'>()
  const [outcome, setOutcome] = useState<{ kind: 'success' | 'error'; text: string }>()
  const put = async (path: string, body: () => unknown, done: string): Promise<void> => {
    try {
      await control(world.value, path, { body: body() })
      setOutcome({ kind: 'success', text: done })
      setOpen(undefined)
    } catch (error) {
      setOutcome({ kind: 'error', text: messageOf(error) })
    }
  }
  const toggle = (name: 'fail' | 'answer'): void => setOpen(open === name ? undefined : name)
  return (
    <section class="card" aria-labelledby="next">
      <h2 id="next">Next time</h2>
      <p class="actions">
        <button type="button" aria-expanded={open === 'fail'} onClick={() => toggle('fail')}>
          Make this fail next time
        </button>
        <button type="button" aria-expanded={open === 'answer'} onClick={() => toggle('answer')}>
          Answer this from now on
        </button>
      </p>
      {open === 'fail' && (
        <FailForm put={(type) => put('/faults', () => faultFor(call, type), 'The next call fails.')} />
      )}
      {open === 'answer' && (
        <StubForm call={call} put={(text) => put('/stubs', () => JSON.parse(text), 'The stub answers from now on.')} />
      )}
      {outcome !== undefined && (
        <Notice kind={outcome.kind}>
          <span>{outcome.text}</span>
          <a href={linkTo('faults')}>Show faults and stubs</a>
        </Notice>
      )}
    </section>
  )
}

const faultFor = (call: Request, type: string): FaultCreate => ({
  match: call.operation === null ? routeOf(call) : { operation: call.operation },
  times: 1,
  effect: failures[type]?.effect ?? 'server_error',
})

/** Returns a match of the calls of a path. */
const routeOf = ({ method, url }: Request) => ({
  method,
  path: (belowWorld(url).split('?')[0] ?? '').replaceAll('*', '\\*'),
})

function FailForm({ put }: { put: (type: string) => void }) {
  const [type, setType] = useState('server_error')
  return (
    <div class="toolbar">
      <label class="field">
        <span>Failure</span>
        <select value={type} onChange={({ currentTarget }) => setType(currentTarget.value)}>
          {Object.entries(failures).map(([name, { title }]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="primary" onClick={() => put(type)}>
        Fail the next call
      </button>
    </div>
  )
}

function StubForm({ call, put }: { call: Request; put: (text: string) => void }) {
  const [text, setText] = useState(() => formatted(stubFor(call)))
  return (
    <>
      <label class="field">
        <span>Stub</span>
        <textarea
          rows={12}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p class="actions">
        <button type="button" class="primary" onClick={() => put(text)}>
          Put the stub in force
        </button>
      </p>
    </>
  )
}

function stubFor(call: Request): object {
  const { status, answer } = call
  const type = answer.headers['content-type']
  const isJson = type?.includes('json') ?? false
  const headers = isJson || type === undefined ? undefined : { 'content-type': type }
  const body = answer.body === null ? undefined : isJson ? parsed(answer.body) : answer.body
  return { match: routeOf(call), response: { status: status ?? 200, headers, body, template: false } }
}

/** Returns a body as JSON; as text where the journal has its beginning alone. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
