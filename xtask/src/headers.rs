//! Examples of response headers for common hosts, in `dist/headers/`.
//!
//! They hold what a page cannot say of itself, such as who may frame it. No host needs them to serve the guide.

use std::path::Path;

use crate::failure::{Failure, OrSay, Result};
use crate::site;

/// Writes the examples.
pub fn write(dist: &Path) -> Result<()> {
    let html = std::fs::read_to_string(dist.join("index.html")).or_say("read dist/index.html")?;
    let policy = site::policy_of(&html).ok_or_else(|| Failure::new("dist/index.html has no policy."))?;
    // The page's own policy holds already; a header adds who may frame it.
    let policy = format!("{policy}; frame-ancestors 'self' https://your-clinic.example");
    let folder = dist.join("headers");
    std::fs::create_dir_all(&folder).or_say("make dist/headers/")?;
    for (name, text) in
        [("nginx.conf", nginx(&policy)), ("apache.htaccess", apache(&policy)), ("_headers", edge(&policy))]
    {
        std::fs::write(folder.join(name), text).or_say(format_args!("write dist/headers/{name}"))?;
    }
    Ok(())
}

fn nginx(policy: &str) -> String {
    format!(
        "# nginx: inside the server block; change the folder and the address that may frame the guide.
# brotli_static needs the module ngx_brotli; without it the .gz files are used.
location /guide/ {{
    gzip_static on;
    # brotli_static on;
    types {{ text/html html; text/javascript js; application/wasm wasm; application/json json; image/svg+xml svg; image/png png; application/octet-stream bin; }}
    add_header Content-Security-Policy \"{policy}\" always;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy no-referrer always;
    add_header Cache-Control $guide_cache always;
}}
# In the http block:
# map $uri$is_args$args $guide_cache {{
#     \"~-[0-9a-f]+(_bg)?\\.(js|wasm)$\"  \"public, max-age=31536000, immutable\";
#     \"~[?]v=\"                       \"public, max-age=31536000, immutable\";
#     default                        \"no-cache\";
# }}
"
    )
}

fn apache(policy: &str) -> String {
    format!(
        "# Apache: as .htaccess beside index.html; needs mod_headers and mod_rewrite.
AddType application/wasm .wasm
AddType text/javascript .js
RewriteEngine On
RewriteCond %{{HTTP:Accept-Encoding}} br
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)\\.(html|js|wasm|json|svg|bin)$ $1.$2.br [L]
<FilesMatch \"\\.br$\">
    Header set Content-Encoding br
    Header append Vary Accept-Encoding
</FilesMatch>
<FilesMatch \"\\.html\\.br$\">
    ForceType text/html
</FilesMatch>
<FilesMatch \"\\.js\\.br$\">
    ForceType text/javascript
</FilesMatch>
<FilesMatch \"\\.wasm\\.br$\">
    ForceType application/wasm
</FilesMatch>
<FilesMatch \"\\.json\\.br$\">
    ForceType application/json
</FilesMatch>
Header always set Content-Security-Policy \"{policy}\"
Header always set X-Content-Type-Options nosniff
Header always set Referrer-Policy no-referrer
Header set Cache-Control no-cache
<FilesMatch \"-[0-9a-f]+(_bg)?\\.(js|wasm)(\\.br)?$\">
    Header set Cache-Control \"public, max-age=31536000, immutable\"
</FilesMatch>
"
    )
}

fn edge(policy: &str) -> String {
    format!(
        "# Netlify and Cloudflare Pages: copy this file beside index.html.
/*
  Content-Security-Policy: {policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
"
    )
}
