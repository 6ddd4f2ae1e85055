/** The types of everything that a cell has in scope, by path; made while the app is built. */
declare module 'virtual:lab-types' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
