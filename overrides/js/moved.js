// Leads on from a policy's former address, and takes along which clause was meant: the refresh of the page forgets it.

location.replace(document.querySelector("link[rel=canonical]").href + location.search + location.hash);
