/** What Vite gives for `import url from 'x.wasm?url'`: where it put the file. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
