// `node scripts/devCertificates.mjs [--remove]`: makes and trusts a certificate for https://localhost, which Excel asks for.
import certificates from "office-addin-dev-certs";

const remove = process.argv.includes("--remove");
try {
  if (remove) await certificates.uninstallCaCertificate();
  else await certificates.ensureCertificatesAreInstalled();
  console.log(
    remove
      ? "Đã gỡ chứng chỉ dùng khi phát triển. / The development certificate is no longer trusted."
      : "Chứng chỉ cho https://localhost đã sẵn sàng. / The certificate for https://localhost is ready.",
  );
} catch (error) {
  const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
  console.error(`Không ${remove ? "gỡ" : "cài"} được chứng chỉ: hãy chạy lại và đồng ý khi máy hỏi. / The certificate could not be ${remove ? "removed" : "installed"}: run this again and agree when asked. (${why})`);
  process.exit(1);
}
