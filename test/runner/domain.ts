import { AsyncLocalStorage, type AsyncResource, executionAsyncResource } from 'node:async_hooks'

/** Receives an error that nobody caught, and the event that it came by. */
type OnError = (error: unknown, event: string) => void

const storage = new AsyncLocalStorage<Domain>()
/** What belongs to no test belongs to the root. */
let outermost: Domain | undefined

/**
 * Brings errors that nobody catches to the test which they come from. tap has one for each test from the package
 * `async-hook-domain`, which notes the beginning and the end of every promise in a process: a tenth of the time of all
 * tests. This one does the same by the context that Node.js keeps anyway.
 */
export class Domain {
  readonly onerror: OnError
  readonly parent: Domain | undefined
  isDestroyed = false

  constructor(onerror: OnError) {
    this.onerror = onerror
    this.parent = storage.getStore() ?? outermost
    // tap constructs the domain of a test in the scope that it runs the test in.
    const scope = executionAsyncResource() as Partial<AsyncResource>
    if (scope.runInAsyncScope === undefined) outermost = this
    else this.#bind(scope as AsyncResource)
    listen()
  }

  /** Leaves errors that come later to the test around this one. */
  destroy(): void {
    this.isDestroyed = true
  }

  /** The innermost domain that is not destroyed: that of what runs now. */
  static get current(): Domain | undefined {
    let domain = storage.getStore() ?? outermost
    while (domain?.isDestroyed) domain = domain.parent
    return domain
  }

  #bind(scope: AsyncResource): void {
    const run = scope.runInAsyncScope.bind(scope)
    scope.runInAsyncScope = (work, that, ...args) => run(() => storage.run(this, () => Reflect.apply(work, that, args)))
  }
}

let isListening = false

/** Listens for errors that nobody caught, as long as no test does so itself. */
function listen(): void {
  if (isListening) return
  isListening = true
  process.on('uncaughtExceptionMonitor', (error, origin) => {
    if (!handle(error, origin)) return
    // Once: Node.js would end the process otherwise.
    process.setUncaughtExceptionCaptureCallback(() => process.setUncaughtExceptionCaptureCallback(null))
  })
  const emit = process.emit.bind(process) as (event: string, ...args: readonly unknown[]) => boolean
  const emitHandled = (event: string, ...args: readonly unknown[]): boolean =>
    event === 'unhandledRejection' && process.listenerCount(event) === 0 ? handle(args[0], event) : emit(event, ...args)
  process.emit = emitHandled as typeof process.emit
}

function handle(error: unknown, event: string): boolean {
  if (process.hasUncaughtExceptionCaptureCallback() || process.listenerCount('uncaughtException') > 0) return false
  const domain = Domain.current
  domain?.onerror(error, event)
  return domain !== undefined
}
