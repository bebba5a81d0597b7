output "database_url" {
  description = "HACKHUB_DATABASE_URL of k8s/overlays/production."
  value       = "jdbc:postgresql://${aws_db_instance.main.address}:${aws_db_instance.main.port}/${aws_db_instance.main.db_name}?sslmode=verify-full&sslrootcert=/etc/postgres-ca/ca.pem"
}

output "database_secret" {
  description = "Where AWS keeps the administrator's password, to make HackHub's own role with."
  value       = aws_db_instance.main.master_user_secret[0].secret_arn
}

output "database_subnets" {
  description = "What k8s/overlays/production/policy.yaml lets the pods reach."
  value       = values(local.database_subnets)
}

output "private_subnets" {
  description = "Where the Kubernetes cluster's machines go."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "bucket" {
  description = "Its name."
  value       = aws_s3_bucket.files.id
}

output "bucket_policy" {
  description = "The policy for who reads and writes it."
  value       = aws_iam_policy.files.arn
}

output "vpc" {
  description = "The network that the Kubernetes cluster goes into."
  value       = aws_vpc.main.id
}
