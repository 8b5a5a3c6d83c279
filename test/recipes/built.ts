import { registerHooks } from 'node:module'

// Lets scripts import the package by its name and get what is built: `node --import ./built.ts`.
const library = new URL('../../bin/library.js', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'pinterest-ads-mock' ? library : specifier, context),
})
