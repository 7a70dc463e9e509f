// The part of vis-network that the page uses; vendor.sh bundles it.
export { DataSet } from "vis-data/esnext";
export { Network } from "vis-network/esnext";
