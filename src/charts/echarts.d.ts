/** The one-file build loads in a fraction of the time of the package's several hundred modules, and has the same names. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}
