declare module "*.xlsx" {
  const dataAddress: string;
  export default dataAddress;
}
declare module "*.xls" {
  const dataAddress: string;
  export default dataAddress;
}
