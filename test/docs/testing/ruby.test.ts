import { testPage } from '../snippets.ts'

testPage('docs/testing/ruby.md')
