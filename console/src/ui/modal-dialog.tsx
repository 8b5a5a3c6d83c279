import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

/** A dialog over the page. It is open as long as it is rendered. */
export function ModalDialog(props: { title: string; close: () => void; children: ComponentChildren }) {
  const { title, close, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

/** Asks before something is lost, and says what. */
export function Confirmation(props: {
  title: string
  action: string
  confirm: () => void
  close: () => void
  children: ComponentChildren
}) {
  const { title, action, confirm, close, children } = props
  return (
    <ModalDialog title={title} close={close}>
      {children}
      <p class="actions">
        <button
          type="button"
          class="danger"
          onClick={() => {
            close()
            confirm()
          }}
        >
          {action}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </p>
    </ModalDialog>
  )
}
