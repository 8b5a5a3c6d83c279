/**
 * A command line, environment or configuration file that is refused; the message is for people.
 *
 * @example
 * try {
 *   await startMock({ auth: 'strickt' })
 * } catch (error) {
 *   if (error instanceof UsageError) console.error(error.message)
 * }
 */
export class UsageError extends Error {}
