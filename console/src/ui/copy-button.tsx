import { notify } from './notifications.tsx'

/** Copies a text to the clipboard. */
export function CopyButton({ text, children = 'Copy' }: { text: string | (() => Promise<string>); children?: string }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
      notify('success', 'Copied.')
    } catch {
      notify('error', 'The browser does not let this page copy. Select the text instead.')
    }
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {children}
    </button>
  )
}
