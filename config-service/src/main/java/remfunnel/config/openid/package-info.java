/** Lets a provider of OpenID Connect say who somebody is. It knows nothing of users, sessions and Kafka. */
package remfunnel.config.openid;
