/** The build of recheck that needs neither threads nor native programs, which its own types do not know. */
declare module 'recheck/lib/browser.js' {
  export { checkSync } from 'recheck';
}
