/** What each service may do on a cluster with an authorizer, made of the catalogue of topics: printed, or applied. */
package remfunnel.standalone.acls;
