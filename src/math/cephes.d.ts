/** What we use of the package; its own declarations are not named in its "exports". */
declare module 'cephes' {
  /** Settles when the WebAssembly is ready. */
  export const compiled: Promise<void>;
  export function erf(x: number): number;
  export function ndtr(x: number): number;
  export function ndtri(p: number): number;
  export function stdtr(df: number, t: number): number;
  export function fdtrc(df1: number, df2: number, x: number): number;
  export function lgam(x: number): number;
  export function igam(a: number, x: number): number;
  export function incbet(a: number, b: number, x: number): number;
}
