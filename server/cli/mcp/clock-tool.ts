import { type Arguments, oneOf, type Tool, text } from './tool.ts'

/** The tool that changes the clock of a world. */
export const clockTool: Tool = {
  name: 'change_clock',
  title: 'Change the clock',
  description: 'Freezes the clock of a world, sets it, moves it by a duration, or lets it go on.',
  group: 'clock',
  properties: {
    action: oneOf(['freeze', 'set', 'advance', 'resume'], 'What is done.'),
    to: text('For `freeze` and `set`: ISO 8601 with a zone.'),
    by: text('For `advance`: a duration such as `7d` or `-1h`.'),
  },
  required: ['action'],
  call: (world, { action, to, by }) => clockActions[String(action)]?.(world, to, by) ?? unknownAction(action),
}

const clockActions: Readonly<
  Record<string, (...args: readonly [...Parameters<Tool['call']>, Arguments]) => Promise<unknown>>
> = {
  freeze: (world, to) => world.clock.freeze(to),
  set: (world, to) => world.clock.set(to),
  advance: (world, _to, by) => world.clock.advance(by),
  resume: (world) => world.clock.resume(),
}

function unknownAction(action: unknown): never {
  throw new Error(`There is no action ${action}, but ${Object.keys(clockActions).join(', ')}.`)
}
