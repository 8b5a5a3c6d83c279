import { anyObject, type Tool, text } from './tool.ts'

const from = anyObject('`{ "seed": "empty" }`, `{ "snapshot": "name" }` or `{ "world": "name" }`.')

/** The tools that replace, store or remove what a world has. */
export const worldTools: readonly Tool[] = [
  {
    name: 'reset_world',
    title: 'Reset a world',
    description: "To the server's seed or another source. Its data, clock, faults and journal are gone.",
    group: 'data',
    isDestructive: true,
    properties: { from },
    async call(world, { from: source }) {
      await world.reset(source)
      return { world: world.name, reset: true }
    },
  },
  {
    name: 'take_snapshot',
    title: 'Take a snapshot',
    description: 'Stores the present state of a world under a name, in place of an older one.',
    group: 'data',
    properties: { name: text('The name of the snapshot.') },
    required: ['name'],
    call: (world, { name }) => world.snapshots.take(name),
  },
  {
    name: 'restore_snapshot',
    title: 'Restore a snapshot',
    description: 'Resets a world to a snapshot.',
    group: 'data',
    isDestructive: true,
    properties: { name: text('The name of the snapshot.') },
    required: ['name'],
    call: (world, { name }) => world.snapshots.restore(name),
  },
  {
    name: 'create_world',
    title: 'Create a world',
    description: 'With data, clock, faults and journal of its own, from a seed, a snapshot or another world.',
    group: 'worlds',
    properties: { name: text('Any free one when absent.'), from },
    call: (world, { name, from: source }) =>
      world.worlds.create({ ...(name !== undefined && { name }), ...(source !== undefined && { from: source }) }),
  },
  {
    name: 'delete_world',
    title: 'Delete a world',
    description: 'With its data. The next call that names it gets a new one.',
    group: 'worlds',
    isDestructive: true,
    properties: { name: text('The name of the world.') },
    required: ['name'],
    call: (world, { name }) => world.worlds.delete(name),
  },
  {
    name: 'clear_journal',
    title: 'Empty the journal',
    description: 'Forgets the calls to a world.',
    group: 'journal',
    isDestructive: true,
    properties: {},
    call: (world) => world.requests.clear(),
  },
]
