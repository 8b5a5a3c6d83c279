import { useEffect, useRef } from 'preact/hooks'
import { controlToken, isTokenWanted } from '../api/control-token.ts'

/** Asks for the token of test control once a call was refused without it. */
export function TokenDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const isWanted = isTokenWanted.value
  useEffect(() => {
    if (isWanted) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isWanted])
  const take = (event: SubmitEvent): void => {
    event.preventDefault()
    const token = new FormData(event.currentTarget as HTMLFormElement).get('token')
    if (typeof token !== 'string' || token === '') return
    controlToken.value = token
    isTokenWanted.value = false
  }
  return (
    <dialog ref={dialog} aria-labelledby="token-title" onClose={() => (isTokenWanted.value = false)}>
      <form onSubmit={take}>
        <h2 id="token-title">Token of test control</h2>
        <p>This server was started with a token for test control. It is kept until the page is closed.</p>
        <label class="field">
          <span>Token</span>
          <input name="token" type="password" autocomplete="off" required />
        </label>
        <p class="actions">
          <button type="submit" class="primary">
            Use the token
          </button>
        </p>
      </form>
    </dialog>
  )
}
