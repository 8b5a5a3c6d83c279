import { useState } from 'preact/hooks'
import type { PassingRequest, Request, Why } from '../../../../server/library/generated/control.ts'
import { anyToken, clientToken } from '../../api/client-token.ts'
import { messageOf } from '../../api/failure.ts'
import { sendWritten, type WrittenAnswer, type WrittenRequest } from '../../api/resend.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { JsonView } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PassingChanges } from './passing-changes.tsx'
import { withPassing, writtenOf } from './written-request.ts'

/** The request in an editor: it can be filled with what passes, and sent to the API again. */
export function FixForm({ call, why }: { call: Request; why: Why | undefined }) {
  const [edited, setEdited] = useState<WrittenRequest>()
  const [answer, setAnswer] = useState<WrittenAnswer>()
  const [error, setError] = useState<string>()
  const [isSending, setIsSending] = useState(false)
  // Where the token cannot be had, the field can be written.
  const { value: token = anyToken } = useLoaded(() => clientToken(world.value), [world.value])
  const written = edited ?? writtenOf(call, token)
  const passing = why?.reasons.find(({ passing_request }) => passing_request !== null)?.passing_request ?? null
  const change = (part: Partial<WrittenRequest>): void => setEdited({ ...written, ...part })
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setIsSending(true)
    setError(undefined)
    setAnswer(undefined)
    try {
      setAnswer(await sendWritten(world.value, written))
    } catch (failure) {
      setError(messageOf(failure))
    }
    setIsSending(false)
  }
  return (
    <section class="card" aria-labelledby="fix">
      <h2 id="fix">{passing === null ? 'Send it again' : 'Fix it here'}</h2>
      {passing !== null && <Passing passing={passing} fill={() => setEdited(withPassing(written, passing))} />}
      <form onSubmit={(event) => void send(event)}>
        <div class="columns">
          <label class="field">
            <span>Address below the world, for {written.method}</span>
            <input value={written.address} onInput={({ currentTarget }) => change({ address: currentTarget.value })} />
          </label>
          <label class="field">
            <span>Authorization</span>
            <input
              value={written.authorization}
              autocomplete="off"
              onInput={({ currentTarget }) => change({ authorization: currentTarget.value })}
            />
          </label>
        </div>
        {written.method !== 'GET' && written.method !== 'HEAD' && (
          <label class="field">
            <span>Body ({written.contentType})</span>
            <textarea
              rows={Math.min(20, written.body.split('\n').length + 1)}
              spellcheck={false}
              value={written.body}
              onInput={({ currentTarget }) => change({ body: currentTarget.value })}
            />
          </label>
        )}
        <p class="actions">
          <button type="submit" class="primary" disabled={isSending}>
            Send it
          </button>
        </p>
      </form>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {answer !== undefined && <Answered answer={answer} />}
    </section>
  )
}

function Passing({ passing, fill }: { passing: PassingRequest; fill: () => void }) {
  return (
    <>
      <PassingChanges changes={passing.changes} />
      <p class="actions">
        <button type="button" onClick={fill}>
          Fill in what passes
        </button>
      </p>
    </>
  )
}

function Answered({ answer: { id, status, body, rules } }: { answer: WrittenAnswer }) {
  const hasPassed = status < 400 && rules.length === 0
  return (
    <>
      <Notice kind={hasPassed ? 'success' : 'error'}>
        <span>
          {hasPassed ? `It passes: ${status}.` : `It is refused: ${status}, by ${rules.join(', ') || 'no rule'}.`}
        </span>
        {id !== null && <a href={linkTo(`traffic/${id}`)}>Show this call</a>}
      </Notice>
      {body !== '' && <JsonView value={body} label="New response" />}
    </>
  )
}
