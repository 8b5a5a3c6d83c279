import { registerHooks } from 'node:module'

// Lets scripts import the package by its name and get these sources: `node --import ./source.ts`.
const source = new URL('../../server/index.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'pinterest-ads-mock' ? source : specifier, context),
})
